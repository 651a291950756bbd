// Three strokes of a bell, made on the spot: the end of a timer, where an animator wants it heard. For pages in the
// hall, the wall's and the animators': a hundred phones stay silent.
import { useEffect, useRef } from 'preact/hooks'
import type { Board } from '../../../../protocol/generated/protocol'
import type { Timer } from './timer'

const strokes = [0, 0.45, 0.9]
const partials = [
  [660, 0.5],
  [1320, 0.2],
  [1980, 0.08],
] as const

/** Heard once, by who saw it run. */
export function useRing({ timer_rings }: Pick<Board, 'timer_rings'>, { state }: Timer): void {
  const before = useRef(state)
  useEffect(() => {
    const ended = before.current === 'running' && state === 'over'
    before.current = state
    if (ended && timer_rings) ring()
  }, [state])
}

/** Silent where the browser lets nothing sound before somebody has touched the page. */
function ring(): void {
  if (!('AudioContext' in globalThis)) return
  const audio = new AudioContext()
  for (const stroke of strokes)
    for (const [pitch, loudness] of partials) strike(audio, audio.currentTime + stroke, pitch, loudness)
  setTimeout(() => void audio.close(), 3000)
}

function strike(audio: AudioContext, at: number, pitch: number, loudness: number): void {
  const tone = audio.createOscillator()
  const fade = audio.createGain()
  tone.frequency.value = pitch
  fade.gain.setValueAtTime(loudness, at)
  fade.gain.exponentialRampToValueAtTime(0.001, at + 1.2)
  tone.connect(fade).connect(audio.destination)
  tone.start(at)
  tone.stop(at + 1.2)
}
