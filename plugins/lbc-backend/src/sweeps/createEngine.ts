import type { LbcEngine, LbcEngineOptions } from '../engine';

/** Makes the engine; see {@link LbcEngine}. */
export async function createEngine(
  _options: LbcEngineOptions,
): Promise<LbcEngine> {
  throw new Error('Not there yet');
}
