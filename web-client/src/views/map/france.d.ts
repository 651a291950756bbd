/** Made while the page is built (geo/france.mjs): code, name, path in map units, and the middle. */
declare module 'archipel:france' {
  const outlines: readonly (readonly [string, string, string, number, number])[]
  export default outlines
}
