import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { LbcClock } from '@lbc-backstage/plugin-lbc-node';
import type { LbcEngine } from '../engine';
import { listInventory } from '../store/read/listInventory';
import type { JobRow } from '../store/tables';
import type { LbcInspection, LbcInspectionExtensionPoint } from './types';

/** Whoever wants to look, until there is something to look at. */
export class InspectionSlot implements LbcInspectionExtensionPoint {
  readonly #listeners: Array<(inspection: LbcInspection) => void> = [];

  onReady(listener: (inspection: LbcInspection) => void): void {
    this.#listeners.push(listener);
  }

  async open(options: {
    database: DatabaseService;
    engine: Pick<LbcEngine, 'wake'>;
    clock: LbcClock;
  }): Promise<void> {
    if (this.#listeners.length === 0) {
      return;
    }
    const { engine, clock } = options;
    const db = await options.database.getClient();
    const inspection: LbcInspection = {
      readInventory: () => listInventory(db),
      // In one reading: between two, a job may go from one to the other.
      listBusyJobs: () =>
        db<JobRow>('sweep_target')
          .whereNotNull('lease_token')
          .orWhere('due_at', '<=', clock.now())
          .orderBy('id')
          .pluck('id'),
      wake: () => engine.wake(),
    };
    this.#listeners.forEach(listener => listener(inspection));
  }
}
