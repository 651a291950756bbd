// Pages that turn by themselves: nobody turns them on a wall.
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'

const pageStays = 10_000

export function usePages(count: number, each: number): { page: number; pages: number } {
  const turned = useSignal(0)
  const pages = Math.max(1, Math.ceil(count / each))
  useEffect(() => {
    turned.value = 0
    if (pages < 2) return
    const turn = setInterval(() => {
      turned.value++
    }, pageStays)
    return () => clearInterval(turn)
  }, [pages])
  return { page: turned.value % pages, pages }
}
