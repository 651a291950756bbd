/** The archipelago at the foot of the welcoming pages: a decoration. */
export function Horizon() {
  return (
    <svg class="horizon" viewBox="0 0 1200 220" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <circle class="sun" cx="905" cy="74" r="38" />
      <path class="island far" d="M60 150c40-34 90-58 132-58 44 0 80 26 120 58z" />
      <path class="island far" d="M760 150c60-50 118-84 168-84 46 0 92 44 150 84z" />
      <path
        class="island"
        d="M330 152c36-62 74-104 112-104 34 0 60 34 84 60 16-14 30-20 46-20 26 0 52 30 82 64z"
      />
      <path class="island near" d="M1010 156c30-30 58-46 86-46 36 0 70 20 104 46z" />
      <path
        class="sea"
        d="M0 150q50-14 100 0t100 0 100 0 100 0 100 0 100 0 100 0 100 0 100 0 100 0 100 0 100 0v70H0z"
      />
      <path
        class="wave"
        d="M0 176q50-12 100 0t100 0 100 0 100 0 100 0 100 0 100 0 100 0 100 0 100 0 100 0 100 0"
      />
      <path
        class="wave"
        d="M-50 198q50-12 100 0t100 0 100 0 100 0 100 0 100 0 100 0 100 0 100 0 100 0 100 0 100 0 100 0"
      />
    </svg>
  )
}
