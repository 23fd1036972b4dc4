/** The field of 256 elements of ISO/IEC 18004: x⁸ + x⁴ + x³ + x² + 1. */
const FIELD = 0x11d;

/** The product of two elements of the field. */
function times(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >>> 7) * FIELD);
    if ((b >>> bit) & 1) product ^= a;
  }
  return product;
}

/** So many bytes of Reed–Solomon code behind these: what is left of them divided by the generator of that degree. */
export function errorCorrection(data: readonly number[], count: number): readonly number[] {
  const generator = generatorOf(count);
  let rest: number[] = generator.map(() => 0);
  for (const byte of data) {
    const factor = byte ^ (rest[0] ?? 0);
    rest = generator.map((each, nth) => (rest[nth + 1] ?? 0) ^ times(each, factor));
  }
  return rest;
}

/** (x − 2⁰)(x − 2¹)…, its coefficients from the second highest down: the highest is 1. */
function generatorOf(degree: number): readonly number[] {
  let [coefficients, root] = [[1], 1];
  for (let nth = 0; nth < degree; nth += 1) {
    const shifted = [...coefficients, 0];
    const scaled = [0, ...coefficients.map((each) => times(each, root))];
    coefficients = shifted.map((each, at) => each ^ (scaled[at] ?? 0));
    root = times(root, 2);
  }
  return coefficients.slice(1);
}
