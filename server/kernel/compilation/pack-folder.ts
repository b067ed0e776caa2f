/** A pack as it lies on disk or in a draft: its files by path, nothing read into them yet. */
export interface PackFolder {
  /** Name of the folder; must be the id in `pack.json`. */
  readonly id: string;
  readonly files: ReadonlyMap<string, FileOfPack>;
}

export interface FileOfPack {
  /** Path inside the folder, with `/`. */
  readonly path: string;
  readonly text: string;
  /** SHA-256 of the bytes, hex. */
  readonly sha256: string;
}
