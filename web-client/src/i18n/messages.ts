/** The shape another language must have: the same keys, and the same parameters where a sentence takes some. */
export type Messages<Source> = {
  [K in keyof Source]: Source[K] extends (params: infer P) => string ? (params: P) => string : string
}
