const MONTHS = new Set(
  (
    'january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec ' +
    'janvier février fevrier mars avril mai juin juillet août aout septembre octobre novembre décembre decembre'
  ).split(' '),
)

/** Whether a word (small letters) is the name of a month, whole or short, in English or French. */
export const isMonth = (small: string | undefined): boolean => small !== undefined && MONTHS.has(small)
