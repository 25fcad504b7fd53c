import type {
  Controller,
  TargetBinding,
} from '@lbc-backstage/plugin-lbc-common';
import type { Knex } from 'knex';
import { orNull } from '../json';
import { hashOf } from '../pack';
import type { ControllerRow, TargetBindingRow } from '../tables';

/** Replaces a unit's target bindings; what is the same is not touched. */
export async function writeTargetBindings(
  trx: Knex.Transaction,
  options: { unitId: string; targetBindings: readonly TargetBinding[] },
): Promise<void> {
  const { unitId, targetBindings } = options;
  const before = new Map(
    (
      await trx<TargetBindingRow>('target_binding')
        .where({ unit_id: unitId })
        .select('id', 'hash')
    ).map(row => [row.id, row.hash]),
  );
  for (const binding of targetBindings) {
    const body = JSON.stringify(binding);
    const hash = hashOf(body);
    if (before.get(binding.id) !== hash) {
      await trx<TargetBindingRow>('target_binding')
        .insert({
          id: binding.id,
          unit_id: unitId,
          cluster: binding.cluster,
          subject_id: orNull(binding.subjectId),
          target_group_arn: orNull(binding.targetGroupArn),
          hash,
          body,
        })
        .onConflict('id')
        .merge();
    }
    before.delete(binding.id);
  }
  for (const id of before.keys()) {
    await trx<TargetBindingRow>('target_binding').where({ id }).delete();
  }
}

/** Replaces a unit's controllers; what is the same is not touched. */
export async function writeControllers(
  trx: Knex.Transaction,
  options: { unitId: string; controllers: readonly Controller[] },
): Promise<void> {
  const { unitId, controllers } = options;
  const keyOf = (row: { cluster: string; namespace: string; name: string }) =>
    JSON.stringify([row.cluster, row.namespace, row.name]);
  const before = new Map(
    (await trx<ControllerRow>('controller').where({ unit_id: unitId })).map(
      row => [keyOf(row), row],
    ),
  );
  for (const controller of controllers) {
    const { cluster, namespace, name } = controller;
    const body = JSON.stringify(controller);
    const hash = hashOf(body);
    if (before.get(keyOf(controller))?.hash !== hash) {
      await trx<ControllerRow>('controller')
        .insert({ cluster, namespace, name, unit_id: unitId, hash, body })
        .onConflict(['cluster', 'namespace', 'name'])
        .merge();
    }
    before.delete(keyOf(controller));
  }
  for (const { cluster, namespace, name } of before.values()) {
    await trx<ControllerRow>('controller')
      .where({ cluster, namespace, name })
      .delete();
  }
}
