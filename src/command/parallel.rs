//! Pure work spread over threads, its results in order.

use std::{
    num::NonZeroUsize,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

use crate::analysis::Spread;

/// So many threads.
#[derive(Debug, Clone, Copy)]
pub struct Threads(pub usize);

impl Default for Threads {
    /// As many as the machine can run at once.
    fn default() -> Self {
        Self(thread::available_parallelism().map_or(1, NonZeroUsize::get))
    }
}

impl Spread for Threads {
    fn each(&self, count: usize, work: &(dyn Fn(usize) + Sync)) {
        let next = AtomicUsize::new(0);
        let take = || {
            loop {
                let index = next.fetch_add(1, Ordering::Relaxed);
                if index >= count {
                    break;
                }
                work(index);
            }
        };
        thread::scope(|scope| {
            for _ in 1..self.0.min(count) {
                scope.spawn(take);
            }
            take();
        });
    }
}

impl Threads {
    /// Applies `each` to 0, 1 ... `count - 1` and gives the results in that order.
    pub fn map<R: Send>(self, count: usize, each: impl Fn(usize) -> R + Sync) -> Vec<R> {
        <dyn Spread>::map(&self, count, each)
    }
}

#[cfg(test)]
mod tests {
    use super::Threads;

    #[test]
    fn results_come_in_order_for_any_number_of_threads() {
        let squares: Vec<usize> = (0..100).map(|x| x * x).collect();
        for threads in [1, 2, 7, 200] {
            assert_eq!(Threads(threads).map(100, |x| x * x), squares);
        }
        assert!(Threads(4).map(0, |x| x).is_empty());
    }
}
