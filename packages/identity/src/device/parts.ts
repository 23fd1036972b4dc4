import type { DeviceParts, DeviceRaw, PartName } from './device.ts';
import { gpuModel } from './gpu-model.ts';

/** Reads one part from a component's value; nothing when the browser hid it or failed. */
type ReadPart = (value: unknown) => string | undefined;

/** Where each part comes from, and how it is spelled so that one device spells it one way. */
const PARTS: Readonly<Record<PartName, { readonly source: string; readonly read: ReadPart }>> = {
  gpu: {
    source: 'webGlBasics',
    read: (value) => gpuModel(field(value, 'rendererUnmasked') ?? field(value, 'renderer')),
  },
  cores: { source: 'hardwareConcurrency', read: count },
  memory: { source: 'deviceMemory', read: count },
  touch: { source: 'touchSupport', read: (value) => count(field(value, 'maxTouchPoints')) },
  // Unordered: turning the device swaps width and height.
  screen: {
    source: 'screenResolution',
    read: (value) => {
      const sides = Array.isArray(value) ? value.map(count) : [];
      const [one, other] = sides.toSorted((left, right) => Number(left) - Number(right));
      return sides.length === 2 && one !== undefined && other !== undefined
        ? `${one}x${other}`
        : undefined;
    },
  },
  // An empty list is what a browser shows that hides its fonts.
  fonts: {
    source: 'fonts',
    read: (value) => list(value, textOf),
  },
  plugins: {
    source: 'plugins',
    read: (value) => list(value, (plugin) => textOf(field(plugin, 'name'))),
  },
};

/** The names of the parts, in the order they are compared. */
export const PART_NAMES: readonly PartName[] = [
  'gpu',
  'cores',
  'memory',
  'touch',
  'screen',
  'fonts',
  'plugins',
];

/** Reads every part that the components show. */
export function readParts(components: DeviceRaw['components']): DeviceParts {
  const parts: Partial<Record<PartName, string>> = {};
  for (const name of PART_NAMES) {
    const part = PARTS[name].read(components?.[PARTS[name].source]?.value);
    if (part !== undefined) parts[name] = part;
  }
  return parts;
}

/** A field of a value that came from a browser, and may be anything. */
function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** Numbers as text; the agent's negative codes and failures are no observation. */
function count(value: unknown): string | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0
    ? String(value)
    : undefined;
}

function list(value: unknown, name: (item: unknown) => string): string | undefined {
  if (!Array.isArray(value)) return undefined;
  const names = value
    .map(name)
    .filter((each) => each !== '')
    .toSorted();
  return names.length === 0 ? undefined : names.join('\u001F');
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
