/** What is taken in, and what is kept. */
export const photoLimits = {
  /** Size of an upload; phones make 3 to 8 MB. */
  bytes: 12_000_000,
  /** Decoding needs four bytes for each: 200 MB for a moment. */
  pixels: 50_000_000,
  /** Longest side of what is kept, and of its thumbnail. */
  side: 2048,
  thumbnailSide: 320,
} as const;
