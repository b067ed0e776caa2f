/** A piece of a text with placeholders: words as they are, or what is filled in. */
export type TextPiece =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'placeholder'; readonly name: string };

/** Takes a notice's text apart: `抄送：{number}` is words and a placeholder. */
export function piecesOf(text: string): readonly TextPiece[] {
  return text
    .split(/(\{\w+\})/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const name = /^\{(\w+)\}$/.exec(piece)?.[1];
      return name === undefined ? { kind: 'words', text: piece } : { kind: 'placeholder', name };
    });
}
