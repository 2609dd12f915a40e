/** Texts that are numbers, or almost. */
export const numberTexts: readonly string[] = [
  ..."0 -0 +0 1 -1 +1 007 -007 00 42 9223372036854775807 9223372036854775808 -9223372036854775808".split(" "),
  ..."-9223372036854775809 18446744073709551615 000000000000000000000000000000000000001 1_000 _1 1_ 1__0".split(
    " ",
  ),
  ..."0x10 0X1F 0b101 0o17 0x 0xg --1 +-1 1- 1e3 1E3 1e+3 1e-3 1e 1e+ e3 .5 5. . -.5 -5. +.5 .e1 5.e1".split(
    " ",
  ),
  ..."1.5 -1.5 1.5.5 1,5 1.0 0.1 0.2 0.3 123456789.123456789 1e308 1.7976931348623157e308 1e309 -1e309".split(
    " ",
  ),
  ..."1.7976931348623159e308 5e-324 4.9e-324 2.4703282292062327e-324 2.4703282292062328e-324 1e-400 -1e-400".split(
    " ",
  ),
  ..."inf Inf INF +inf -inf infinity Infinity -Infinity +INFINITY nan NaN NAN -nan +nan infi infinit nanx".split(
    " ",
  ),
  ..."0x1p0 0x1p-2 0X1P+4 0x1.8p1 0x.8p1 0x1.p1 0x.p1 0x1p 0x1 0x1.8 0x1p1.5 -0x1p1 +0x1p1 0x_1p4 0x1_0p4".split(
    " ",
  ),
  ..."0x1_p4 0x1p1_0 0x1p_1 0x__1p4 0x1p1023 0x1p1024 0x1p-1074 0x1p-1075 0x1.8p-1075 0x1p-1076 -0x1p-1074".split(
    " ",
  ),
  ..."0x1.fffffffffffffp1023 0x1.fffffffffffff8p1023 0x1.fffffffffffff7p1023 0x1.00000000000008p0".split(" "),
  ..."0x1.00000000000018p0 0x1.000000000000080000000000000000000000001p0 0x0p0 -0x0p0 0x0p99999 0x1p99999".split(
    " ",
  ),
  ..."0x1p-99999 0x0.0000000000000001p64 0x10000000000000000p-64 0xabcdefp-4 0xABCDEFP4 1_0.5 1._5 1_.5 1.5_0".split(
    " ",
  ),
  ..."1e1_0 1e_1 1_e1 0_1 0_1.5 _0x1p1 0x1_e1p1 1__0.5 9007199254740993 9007199254740992.9999 0.5e1 00.5".split(
    " ",
  ),
  ..."t T true TRUE True tRUE f F false FALSE False fALSE yes no y n on off null nil none 2 ١ １ ½ ∞".split(
    " ",
  ),
  ..."1e00000000000000000000001 1e-00000000000000000000001 0e999999999999 1e99999999999 1e-99999999999".split(
    " ",
  ),
  "",
  " ",
  " 1",
  "1 ",
  "1 2",
  "\t1",
  "1\n",
  "1\u0000",
  "\u00a01",
  "１.5",
  "0".repeat(400),
  "1".repeat(400),
  `0.${"0".repeat(400)}1`,
  `${"1".repeat(309)}.5`,
  `1${"0".repeat(308)}`,
  `0x1.${"0".repeat(60)}1p0`,
  `0x${"f".repeat(60)}p0`,
];

/** Doubles of all magnitudes, from a fixed sequence of bits. */
export function doubles(): number[] {
  const edges = [
    0,
    -0,
    1,
    -1,
    0.1,
    1 / 3,
    1e-6,
    9.999999e-7,
    1e-7,
    1e20,
    1e21,
    1e22,
    1e23,
    123456789012345680000,
  ];
  const limits = [
    Number.MAX_VALUE,
    Number.MIN_VALUE,
    Number.EPSILON,
    2 ** 53,
    2 ** 63,
    -(2 ** 63),
    2 ** -1022,
    1.5e-5,
  ];
  const view = new DataView(new ArrayBuffer(8));
  let state = 0x2545f4914f6cdd1dn;
  const random: number[] = [];
  while (random.length < 400) {
    state = BigInt.asUintN(64, state * 6364136223846793005n + 1442695040888963407n);
    view.setBigUint64(0, state);
    const wide = view.getFloat64(0);
    const everyday = Number(state >> 40n) / 10 ** Number(state % 12n);
    random.push(random.length % 4 === 3 || !Number.isFinite(wide) ? everyday : wide);
  }
  return [...edges, ...limits, ...random];
}
