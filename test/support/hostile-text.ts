import fc from 'fast-check'

/** Words as they come, and worse: controls, lone surrogates, direction marks, quotes, signs of JSON and XML. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.lorem({ maxCount: 6 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  {
    weight: 1,
    arbitrary: fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 8 }).map((units) => String.fromCharCode(...units)),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '"',
      '\\',
      '</script>',
      '\u202e',
      '\ufeff',
      '\u0000',
      '\ud800',
      '\udc00\ud800',
      '__proto__',
      ']}',
      '\u2028',
      '{"lb": true}',
      '\r\n',
    ),
  },
)
