//! From severities to the law of a year by Fourier transform.

use std::sync::Arc;

use realfft::{ComplexToReal, RealFftPlanner, RealToComplex, num_complex::Complex64};

use super::{atoms::Atoms, law::Law};
use crate::model::{Arrivals, Stream};

/// How the rates enter.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Rates {
    /// As unsure as they are.
    Mixed,
    /// Known, at so many times their means. Scheduled measures keep their chance.
    Known(f64),
}

/// Transforms of one length, made ready once.
#[derive(Clone)]
pub struct Transforms {
    points: usize,
    forward: Arc<dyn RealToComplex<f64>>,
    inverse: Arc<dyn ComplexToReal<f64>>,
}

impl Transforms {
    pub fn new(points: usize) -> Self {
        let mut planner = RealFftPlanner::<f64>::new();
        let (forward, inverse) =
            (planner.plan_fft_forward(points), planner.plan_fft_inverse(points));
        Self { points, forward, inverse }
    }
}

/// Transforms of the severity of each stream.
pub struct Spectrum {
    step: f64,
    transforms: Transforms,
    by_stream: Vec<(Arrivals, Vec<Complex64>)>,
}

impl Spectrum {
    /// Severities on a grid. A stream without severity changes nothing.
    pub fn new<'a>(
        step: f64,
        transforms: &Transforms,
        severities: impl Iterator<Item = (&'a Stream, &'a Atoms)>,
    ) -> Self {
        let forward = &transforms.forward;
        let mut scratch = forward.make_scratch_vec();
        let mut grid = vec![0.0; transforms.points];
        let transform = |(stream, atoms): (&Stream, &Atoms)| {
            atoms.on_grid(step, &mut grid);
            let mut spectrum = forward.make_output_vec();
            // Lengths fit by construction, which is the only thing that can be wrong.
            let done = forward.process_with_scratch(&mut grid, &mut spectrum, &mut scratch);
            debug_assert!(done.is_ok());
            (stream.arrivals, spectrum)
        };
        let felt = severities.filter(|(_, atoms)| !atoms.is_empty());
        Self { step, by_stream: felt.map(transform).collect(), transforms: transforms.clone() }
    }

    /// The law of a year. Streams are independent, so their transforms multiply.
    pub fn law(&self, rates: Rates, shift: f64) -> Law {
        let Transforms { points, inverse, .. } = &self.transforms;
        let mut product = vec![Complex64::new(0.0, 0.0); points / 2 + 1];
        for (arrivals, severity) in &self.by_stream {
            for (total, own) in product.iter_mut().zip(severity) {
                *total += log_generating(*arrivals, rates, *own);
            }
        }
        for total in &mut product {
            *total = exponential(*total);
        }
        // The first and, for an even length, the last must be real; rounding leaves a trace.
        for end in [0, points / 2] {
            product[end].im = 0.0;
        }
        let mut mass = inverse.make_output_vec();
        let done = inverse.process(&mut product, &mut mass);
        debug_assert!(done.is_ok());
        let scale = 1.0 / *points as f64;
        for one in &mut mass {
            *one *= scale;
        }
        Law::new(self.step, shift, mass)
    }
}

/// Logarithm of the generating function of the number of campaigns at `phi`: of
/// `(1 + (1 - phi) / beta)^-alpha` for a rate that is Gamma distributed, of `exp(-rate (1 - phi))`
/// for a known one, of `1 - p + p phi` for a scheduled measure.
fn log_generating(arrivals: Arrivals, rates: Rates, phi: Complex64) -> Complex64 {
    let missing = Complex64::new(1.0, 0.0) - phi;
    match (arrivals, rates) {
        (Arrivals::Scheduled { chance }, _) => {
            logarithm(Complex64::new(1.0, 0.0) - missing * chance)
        }
        (Arrivals::GammaPoisson { alpha, beta }, Rates::Mixed) => {
            logarithm(Complex64::new(1.0, 0.0) + missing / beta) * -alpha
        }
        (Arrivals::GammaPoisson { alpha, beta }, Rates::Known(times)) => {
            missing * (-alpha / beta * times)
        }
    }
}

/// By the maths library that gives the same bits everywhere.
fn logarithm(z: Complex64) -> Complex64 {
    Complex64::new(0.5 * libm::log(z.re * z.re + z.im * z.im), libm::atan2(z.im, z.re))
}

fn exponential(z: Complex64) -> Complex64 {
    let size = libm::exp(z.re);
    let (sin, cos) = libm::sincos(z.im);
    Complex64::new(size * cos, size * sin)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stream(alpha: f64, beta: f64) -> Stream {
        let arrivals = Arrivals::GammaPoisson { alpha, beta };
        Stream { name: String::new(), place: 0, arrivals }
    }

    /// Exponential severity with mean 1,000 in fine quantiles.
    fn exponential_severity(count: usize) -> Atoms {
        let mut atoms = Atoms::default();
        for k in 0..count {
            let u = (k as f64 + 0.5) / count as f64;
            atoms.add(1.0 / count as f64, -1_000.0 * (1.0 - u).ln());
        }
        atoms
    }

    /// Panjer's recursion for a negative binomial count: slow, and another road to the same law.
    fn panjer(alpha: f64, beta: f64, severity: &[f64]) -> Vec<f64> {
        let q = 1.0 / (1.0 + beta);
        let (a, b) = (q, (alpha - 1.0) * q);
        let mut mass = vec![((1.0 - q) / (1.0 - q * severity[0])).powf(alpha)];
        for i in 1..severity.len() {
            let sum: f64 =
                (1..=i).map(|j| (a + b * j as f64 / i as f64) * severity[j] * mass[i - j]).sum();
            mass.push(sum / (1.0 - a * severity[0]));
        }
        mass
    }

    #[test]
    fn agrees_with_panjers_recursion() {
        let (stream, atoms) = (stream(2.5, 6.6), exponential_severity(4_000));
        let law = Spectrum::new(25.0, &Transforms::new(1 << 11), [(&stream, &atoms)].into_iter())
            .law(Rates::Mixed, 0.0);
        let mut grid = vec![0.0; 1 << 11];
        atoms.on_grid(25.0, &mut grid);
        let mut sum = 0.0;
        for (i, mass) in panjer(2.5, 6.6, &grid).into_iter().enumerate() {
            sum += mass;
            let beyond = law.exceedance(25.0 * i as f64);
            assert!((1.0 - sum - beyond).abs() < 1e-11, "{i}: {sum} {beyond}");
        }
        assert!(law.quality().holds(), "{:?}", law.quality());
        assert!((law.mean() - atoms.mean() * 2.5 / 6.6).abs() < 1e-6);
    }

    #[test]
    fn poisson_sum_of_exponentials() {
        // Poisson(2) with exponential(1,000) losses: the series of the method, read off at h = 10.
        let (stream, atoms) = (stream(2.0, 1.0), exponential_severity(200_000));
        let law = Spectrum::new(10.0, &Transforms::new(1 << 13), [(&stream, &atoms)].into_iter())
            .law(Rates::Known(1.0), 0.0);
        assert!((law.none() - (-2.0_f64).exp()).abs() < 2e-3);
        for (value, beyond) in [(1e3, 0.604_511), (5e3, 0.085_827), (1e4, 0.004_152)] {
            assert!((law.exceedance(value) - beyond).abs() < 2e-5, "{}", law.exceedance(value));
        }
    }

    #[test]
    fn a_scheduled_measure_happens_or_not() {
        let arrivals = Arrivals::Scheduled { chance: 0.25 };
        let measure = Stream { name: String::new(), place: 0, arrivals };
        let mut atoms = Atoms::default();
        atoms.add(1.0, 40.0);
        let law = Spectrum::new(10.0, &Transforms::new(64), [(&measure, &atoms)].into_iter())
            .law(Rates::Mixed, 5.0);
        assert!((law.exceedance(44.0) - 0.25).abs() < 1e-12);
        assert!((law.mean() - 15.0).abs() < 1e-12 && (law.quantile(0.5) - 5.0).abs() < 1e-12);
        assert!((law.tail_mean(0.9) - 45.0).abs() < 1e-12);
    }
}
