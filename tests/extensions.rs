//! What the engines can do beyond the worked example, each feature by itself: by hand against the
//! exact engine, the exact engine against trials, and both against the law of the year.

mod agree;
mod alone;
mod build;
mod channels;
mod confidence;
mod fallbacks;
mod known;
mod monotone;
mod properties;
mod random;
mod scheduled;
mod shrinking;
mod today;
mod trials;
mod years;
