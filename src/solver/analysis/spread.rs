//! How independent pieces of work are carried out: a caller may use threads.

use std::sync::Mutex;

/// What is computed does not depend on how it is spread.
///
/// Everything that takes one takes it by reference to the trait, so that the engines are compiled once and
/// not again for each kind.
pub trait Spread: Sync {
    /// Calls `work` with each of 0, 1 ... `count - 1` once, in any order.
    fn each(&self, count: usize, work: &(dyn Fn(usize) + Sync));
}

impl dyn Spread + '_ {
    /// Applies `each` to 0, 1 ... `count - 1` and gives the results in that order.
    pub fn map<R: Send>(&self, count: usize, each: impl Fn(usize) -> R + Sync) -> Vec<R> {
        let done: Vec<Mutex<Option<R>>> = (0..count).map(|_| Mutex::new(None)).collect();
        self.each(count, &|at| {
            let result = each(at);
            // Nobody else has this one, so that it is never poisoned.
            if let Ok(mut place) = done[at].lock() {
                *place = Some(result);
            }
        });
        done.into_iter().filter_map(|place| place.into_inner().ok().flatten()).collect()
    }
}

/// One piece after the other.
#[derive(Debug, Clone, Copy)]
pub struct InTurn;

impl Spread for InTurn {
    fn each(&self, count: usize, work: &(dyn Fn(usize) + Sync)) {
        (0..count).for_each(work);
    }
}
