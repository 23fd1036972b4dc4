/**
 * The graphics chip behind a WebGL renderer text. Browsers wrap one chip differently: Chrome names it through ANGLE with
 * the driver's interface behind, Firefox appends `, or similar`, Linux drivers their bus.
 */
export function gpuModel(renderer: unknown): string | undefined {
  if (typeof renderer !== 'string') return undefined;
  const wrapped = /^ANGLE \((?:[^,()]*, )?(.*)\)$/u.exec(renderer)?.[1] ?? renderer;
  const model = wrapped
    .replace(/^ANGLE Metal Renderer: /u, '')
    .replace(/, (?:or similar|Unspecified Version|OpenGL.*|D3D\d+.*|Vulkan.*)$/u, '')
    .replace(/[\s/]+(?:Direct3D\d+|\(0x[0-9a-f]+\)|OpenGL Engine|PCIe).*$/iu, '')
    .replaceAll(/\((?:tm|r|c)\)/giu, '')
    .replaceAll(/[\s/]+/gu, ' ')
    .trim()
    .toLowerCase();
  return model === '' ? undefined : model;
}
