import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { LbcEngine } from '../engine';
import { listInventory } from '../store/read/listInventory';
import type { LbcInspection, LbcInspectionExtensionPoint } from './types';

/** Whoever wants to look, until there is something to look at. */
export class InspectionSlot implements LbcInspectionExtensionPoint {
  readonly #listeners: Array<(inspection: LbcInspection) => void> = [];

  onReady(listener: (inspection: LbcInspection) => void): void {
    this.#listeners.push(listener);
  }

  async open(options: {
    database: DatabaseService;
    engine: Pick<LbcEngine, 'readStore' | 'wake'>;
  }): Promise<void> {
    if (this.#listeners.length === 0) {
      return;
    }
    const { engine } = options;
    const db = await options.database.getClient();
    const inspection: LbcInspection = {
      readInventory: () => listInventory(db),
      queue: () => engine.readStore.queue(),
      wake: () => engine.wake(),
    };
    this.#listeners.forEach(listener => listener(inspection));
  }
}
