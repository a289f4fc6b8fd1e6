//! Pure work spread over threads, its results in order.

use std::{
    num::NonZeroUsize,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
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
    fn map<R: Send>(&self, count: usize, each: impl Fn(usize) -> R + Sync) -> Vec<R> {
        map(self.0, count, each)
    }
}

/// The result does not depend on the number of threads.
fn map<R: Send>(threads: usize, count: usize, each: impl Fn(usize) -> R + Sync) -> Vec<R> {
    if threads <= 1 || count <= 1 {
        return (0..count).map(each).collect();
    }
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<(usize, R)>> = Mutex::new(Vec::with_capacity(count));
    let work = || {
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            if index >= count {
                break;
            }
            let result = each(index);
            // A poisoned lock means that another thread panicked; the scope passes that on.
            if let Ok(mut done) = done.lock() {
                done.push((index, result));
            }
        }
    };
    thread::scope(|scope| {
        for _ in 1..threads.min(count) {
            scope.spawn(work);
        }
        work();
    });
    let mut done = done.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    done.sort_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::map;

    #[test]
    fn results_come_in_order_for_any_number_of_threads() {
        let squares: Vec<usize> = (0..100).map(|x| x * x).collect();
        for threads in [1, 2, 7, 200] {
            assert_eq!(map(threads, 100, |x| x * x), squares);
        }
        assert!(map(4, 0, |x| x).is_empty());
    }
}
