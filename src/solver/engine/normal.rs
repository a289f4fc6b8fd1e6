//! The standard normal distribution.

use std::f64::consts::FRAC_1_SQRT_2;

/// Distribution function.
pub fn cdf(z: f64) -> f64 {
    0.5 * libm::erfc(-z * FRAC_1_SQRT_2)
}

/// Quantile function, for 0 < p < 1: algorithm AS 241 (PPND16) of Wichura, Applied Statistics 37
/// (1988), which is right to about 1e-16.
pub fn quantile(p: f64) -> f64 {
    let q = p - 0.5;
    if q.abs() <= 0.425 {
        let r = 0.180_625 - q * q;
        return q * ratio(r, &CENTRE);
    }
    let tail = libm::sqrt(-libm::log(if q < 0.0 { p } else { 1.0 - p }));
    let z = if tail <= 5.0 { ratio(tail - 1.6, &MIDDLE) } else { ratio(tail - 5.0, &FAR) };
    if q < 0.0 { -z } else { z }
}

/// A ratio of two polynomials of degree 7, lowest power first.
type Rational = [[f64; 8]; 2];

fn ratio(x: f64, [above, below]: &Rational) -> f64 {
    let value = |c: &[f64; 8]| c.iter().rev().fold(0.0, |sum, next| sum * x + next);
    value(above) / value(below)
}

const CENTRE: Rational = [
    [
        3.387_132_872_796_366_6,
        133.141_667_891_784_38,
        1_971.590_950_306_551_4,
        13_731.693_765_509_46,
        45_921.953_931_549_87,
        67_265.770_927_008_7,
        33_430.575_583_588_13,
        2_509.080_928_730_122_7,
    ],
    [
        1.0,
        42.313_330_701_600_91,
        687.187_007_492_057_9,
        5_394.196_021_424_751,
        21_213.794_301_586_596,
        39_307.895_800_092_71,
        28_729.085_735_721_943,
        5_226.495_278_852_546,
    ],
];

const MIDDLE: Rational = [
    [
        1.423_437_110_749_683_6,
        4.630_337_846_156_545,
        5.769_497_221_460_691,
        3.647_848_324_763_204_5,
        1.270_458_252_452_368_4,
        0.241_780_725_177_450_6,
        0.022_723_844_989_269_184,
        7.745_450_142_783_414e-4,
    ],
    [
        1.0,
        2.053_191_626_637_759,
        1.676_384_830_183_803_8,
        0.689_767_334_985_1,
        0.148_103_976_427_480_08,
        0.015_198_666_563_616_457,
        5.475_938_084_995_345e-4,
        1.050_750_071_644_416_9e-9,
    ],
];

const FAR: Rational = [
    [
        6.657_904_643_501_103,
        5.463_784_911_164_114,
        1.784_826_539_917_291_3,
        0.296_560_571_828_504_87,
        0.026_532_189_526_576_124,
        0.001_242_660_947_388_078_4,
        2.711_555_568_743_487_6e-5,
        2.010_334_399_292_288_1e-7,
    ],
    [
        1.0,
        0.599_832_206_555_888,
        0.136_929_880_922_735_8,
        0.014_875_361_290_850_615,
        7.868_691_311_456_133e-4,
        1.846_318_317_510_054_8e-5,
        1.421_511_758_316_446e-7,
        2.044_263_103_389_939_8e-15,
    ],
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_of_the_method() {
        for (p, z) in [
            (0.001, -3.090_232_306_167_813),
            (0.025, -1.959_963_984_540_054_5),
            (0.9, 1.281_551_565_544_600_4),
            (1e-10, -6.361_340_902_404_056),
            // The far tail has a ratio of its own.
            (1e-12, -7.034_483_825_301_132),
            (1e-20, -9.262_340_089_798_405),
        ] {
            assert!((quantile(p) - z).abs() < 1e-14 * z.abs(), "{p}: {}", quantile(p));
        }
    }

    #[test]
    fn the_quantile_undoes_the_distribution_function() {
        for step in 1..2_000 {
            let p = f64::from(step) / 2_000.0;
            assert!((cdf(quantile(p)) - p).abs() < 1e-15, "{p}");
        }
    }

    #[test]
    fn agrees_with_tabulated_values() {
        assert!((cdf(0.0) - 0.5).abs() < 1e-16);
        assert!((cdf(-3.090_232_306_167_813) - 0.001).abs() < 1e-15);
        assert!((cdf(1.281_551_565_544_600_4) - 0.9).abs() < 1e-14);
        assert!((cdf(-6.361_340_902_404_056) / 1e-10 - 1.0).abs() < 1e-9);
        assert!(cdf(f64::NEG_INFINITY) == 0.0 && (cdf(f64::INFINITY) - 1.0).abs() < 1e-16);
    }
}
