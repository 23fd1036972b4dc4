import type { BuiltinComponents } from '@fingerprintjs/fingerprintjs';

/**
 * The FingerprintJS sources that leave the page, each with the reason; every other source stays behind. A source earns
 * its row by telling devices apart or by saying how far the visitor id can be trusted.
 */
export const KEPT_SOURCES: Readonly<Partial<Record<keyof BuiltinComponents, string>>> = {
  webGlBasics: 'graphics chip: hardware key, survives a change of browser',
  hardwareConcurrency: 'number of cores: hardware key',
  deviceMemory: 'memory in GiB, rounded by the browser: hardware key',
  touchSupport: 'touch points: hardware key',
  screenResolution: 'screen size: hardware key, changes with the monitor',
  colorDepth: 'bits per pixel of the screen',
  colorGamut: 'range of colours of the screen',
  architecture: 'processor family, from the sign of a NaN',
  audioBaseLatency: 'audio hardware, on Android and Safari',
  platform: 'operating system family: every comparison is made within one platform',
  vendor: 'browser family',
  userAgentData: 'browser, phone model and system version, where the browser offers them',
  canvas: 'how text and shapes are drawn, as digests: graphics driver and fonts',
  audio: 'how a sound is rendered: browser engine and processor',
  math: 'last digits of trigonometric functions: browser engine',
  fonts: 'which of some fifty fonts are installed',
  plugins: 'browser plugins',
  languages: 'preferred languages',
  timezone: 'time zone of the device',
  screenFrame: 'width of the task bar, to ten pixels',
};
