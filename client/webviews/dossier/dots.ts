/** A picture as dots. Draws nothing of its own. */

/** An SVG as a PNG, twice as many as it is wide, as base64. */
export async function dotsOf(svg: string): Promise<string> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  // A canvas has an end.
  const scale = Math.min(2, 16_000 / Math.max(image.width, image.height, 1));
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/, '');
}
