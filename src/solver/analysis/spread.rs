//! How independent pieces of work are carried out: a caller may use threads.

use std::sync::mpsc::channel;

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
        let (sender, results) = channel();
        self.each(count, &|at| {
            // The other end is open as long as anybody works.
            let _ = sender.send((at, each(at)));
        });
        drop(sender);
        let mut done: Vec<(usize, R)> = results.into_iter().collect();
        done.sort_by_key(|(at, _)| *at);
        done.into_iter().map(|(_, result)| result).collect()
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
