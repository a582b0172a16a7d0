import { cutToFit } from '../../text/middle_cut';

const MOST_KEPT = 20_000;

/** Cuts texts to a width in the middle and remembers how: measuring is what costs when drawing. One per canvas. */
export class TextFitter {
  private readonly kept = new Map<string, string>();

  constructor(private readonly context: CanvasRenderingContext2D) {}

  /** `width` in the units of the current font. The font of the context must be set. */
  fit(text: string, width: number): string {
    const key = `${this.context.font}|${Math.round(width)}|${text}`;
    const known = this.kept.get(key);
    if (known !== undefined) return known;
    if (this.kept.size > MOST_KEPT) this.kept.clear();
    const cut = cutToFit(text, (candidate) => this.context.measureText(candidate).width <= width);
    this.kept.set(key, cut);
    return cut;
  }
}
