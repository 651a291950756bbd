// A canvas as large as its stage, in the pixels of the screen.
import type { Size } from './camera'
import type { Theme } from './theme'

export class Surface {
  protected readonly ink: CanvasRenderingContext2D
  protected size: Size = { width: 0, height: 0 }
  protected ratio = 1
  /** Pixels of the screen, or of paper, to one of the page's. */
  density = () => Math.min(3, devicePixelRatio)

  constructor(
    private readonly canvas: HTMLCanvasElement,
    public theme: Theme,
  ) {
    this.ink = canvas.getContext('2d') as CanvasRenderingContext2D
  }

  resize(size: Size): void {
    this.size = size
    this.ratio = this.density()
    this.canvas.width = Math.round(size.width * this.ratio)
    this.canvas.height = Math.round(size.height * this.ratio)
  }

  protected clear(): void {
    if (this.ratio !== this.density()) this.resize(this.size)
    this.ink.setTransform(1, 0, 0, 1, 0, 0)
    this.ink.clearRect(0, 0, this.canvas.width, this.canvas.height)
  }

  /** From here on in the page's pixels. */
  protected onScreen(): void {
    this.ink.setTransform(this.ratio, 0, 0, this.ratio, 0, 0)
  }
}
