//! How long the program needs before it can answer anything: the knowledge base is read at every start.
//!
//! Run with `cargo bench --bench knowledge`.

use blackstart::knowledge::{Knowledge, Overlay, load};

fn main() {
    divan::main();
}

/// The embedded base alone.
#[divan::bench]
fn embedded() -> Option<Knowledge> {
    load(&Overlay::new()).ok()
}

/// The base under an overlay that changes one fact.
#[divan::bench]
fn one_fact_replaced(bencher: divan::Bencher) {
    let text = "format = 1\n[encryption]\nlevel = \"none\"\n".to_owned();
    let overlay = Overlay::from([("vendors/whatsapp.toml".to_owned(), text)]);
    bencher.bench(|| load(&overlay).ok());
}
