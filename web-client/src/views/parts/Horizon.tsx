/** The archipelago at the foot of the welcoming pages: a decoration. */
export function Horizon() {
  return (
    <svg class="horizon" viewBox="0 0 1200 220" aria-hidden="true">
      <circle class="sun" cx="985" cy="66" r="34" />
      <path class="island far" d="M40 172c46-26 84-40 124-40 46 0 84 20 140 40z" />
      <path class="island far" d="M800 172c56-46 104-74 150-74 48 0 94 36 156 74z" />
      <path
        class="island"
        d="M470 172c34-62 70-112 112-112 32 0 58 38 82 66 16-16 32-24 50-24 28 0 56 32 92 70z"
      />
      <path class="island near" d="M1040 172c26-26 52-40 78-40 36 0 66 20 98 40z" />
      <path
        class="sea"
        d="M0 160q50-14 100 0t100 0 100 0 100 0 100 0 100 0 100 0 100 0 100 0 100 0 100 0 100 0v70H0z"
      />
      <path
        class="wave"
        d="M0 182q50-12 100 0t100 0 100 0 100 0 100 0 100 0 100 0 100 0 100 0 100 0 100 0 100 0"
      />
      <path
        class="wave"
        d="M-50 202q50-12 100 0t100 0 100 0 100 0 100 0 100 0 100 0 100 0 100 0 100 0 100 0 100 0 100 0"
      />
    </svg>
  )
}
