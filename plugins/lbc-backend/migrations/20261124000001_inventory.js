// @ts-check

/**
 * What correlate concludes, its memory and history, and which entities see it.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = /pg|postgres/.test(String(knex.client.config.client));
  // Names are sorted byte by byte, so that pages are cut alike on both engines.
  const bytewise = isPostgres ? 'text COLLATE "C"' : 'text';

  await knex.schema.createTable('unit', table => {
    table.comment('What correlate judges at once, and what it remembers');
    table.text('id').primary().comment('cluster:<name> or unclaimed:<scope>');
    table.binary('memory').comment('JSON, gzip; null: nothing yet');
    table.text('memory_hash');
    table
      .boolean('waiting')
      .notNullable()
      .defaultTo(false)
      .comment('It counts sightings: each new sweep may judge otherwise');
    table.text('inputs').comment('Hash of all that the last run read');
    table.integer('rules_version').comment('Of the last run');
    table
      .text('observed')
      .notNullable()
      .comment('Sweeps behind the last run and confirmed since, by target');
    table.text('published').comment('What other units need of it, as JSON');
    table.text('published_hash');
    table.text('next_review_at').comment('The earliest end of a wait');
    table.text('run_at').comment('When it was last judged');
    table
      .integer('health_version')
      .notNullable()
      .defaultTo(0)
      .comment('Grows when the health of one of its target groups changed');
  });

  await knex.schema.createTable('cluster_binding', table => {
    table.comment('Proof that a value of the cluster tag belongs to a cluster');
    table.text('id').primary().comment('Hash of what it binds');
    table.text('cluster').notNullable();
    table.text('cluster_uid').notNullable();
    table.text('body').notNullable();
    table.text('ended_at').comment('Set when the cluster was replaced');
    table.index(['cluster'], 'cluster_binding_cluster_idx');
  });

  await knex.schema.createTable('subject', table => {
    table.comment('What carries a lifecycle state');
    table.text('id').primary();
    table.text('unit_id').notNullable().comment('Which unit judges it');
    table.text('kind').notNullable();
    table.text('cluster');
    table.text('cluster_tag');
    table.text('account_id');
    table.text('region');
    table.text('arn').comment('Of the load balancer');
    table.specificType('sort_name', bytewise).notNullable();
    table.text('state').notNullable();
    table.integer('urgency').notNullable().comment('0 is the most urgent');
    table.text('since').notNullable();
    table.boolean('since_first_seen').notNullable();
    table.text('first_seen_at').notNullable();
    table.text('last_seen_at').notNullable();
    table.text('ended_at');
    table.text('looked_at').comment('When somebody last opened it');
    table.integer('rules_version').notNullable();
    table.text('hash').notNullable().comment('Of all that the domain said');
    table.text('summary').notNullable().comment('JSON, at most 4 KB');
    table.binary('detail').notNullable().comment('JSON, gzip');
    table.text('facts').notNullable().comment('What entities are matched by');
    table.text('facts_hash').notNullable();
    table.index(['unit_id'], 'subject_unit_idx');
    table.index(['arn'], 'subject_arn_idx');
    table.index(['looked_at'], 'subject_looked_at_idx');
  });

  await knex.schema.createTable('subject_owner', table => {
    table.comment('Owners of a subject, for permissions');
    table.text('subject_id').notNullable();
    table.text('kind').notNullable();
    table.text('namespace').notNullable();
    table.text('name').notNullable();
    table.primary(['subject_id', 'kind', 'namespace', 'name']);
    table.index(['namespace'], 'subject_owner_namespace_idx');
  });

  await knex.schema.createTable('subject_target_group', table => {
    table.comment('Target groups of a subject, for the order of health');
    table.text('subject_id').notNullable();
    table.text('arn').notNullable();
    table.primary(['subject_id', 'arn']);
    table.index(['arn'], 'subject_target_group_arn_idx');
  });

  await knex.schema.createTable('transition', table => {
    table.comment('Changes of state, kept for the configured time');
    table.increments('seq').comment('Grows; the order of one subject');
    table.text('subject_id').notNullable();
    table.text('from_state').comment('Null: the first one');
    table.text('to_state').comment('Null: the subject went away');
    table.text('at').notNullable();
    table.text('cause').notNullable().comment('observed, rules or gone');
    table.text('because').notNullable();
    table.text('evidence').notNullable();
    table.index(['subject_id', 'seq'], 'transition_subject_idx');
    table.index(['at'], 'transition_at_idx');
  });

  await knex.schema.createTable('target_binding', table => {
    table.comment('TargetGroupBindings and their states');
    table.text('id').primary();
    table.text('unit_id').notNullable();
    table.text('cluster').notNullable();
    table.text('subject_id');
    table.text('target_group_arn');
    table.text('hash').notNullable();
    table.text('body').notNullable();
    table.index(['unit_id'], 'target_binding_unit_idx');
    table.index(['subject_id'], 'target_binding_subject_idx');
  });

  await knex.schema.createTable('controller', table => {
    table.comment('Controllers, by cluster');
    table.specificType('cluster', bytewise).notNullable();
    table.specificType('namespace', bytewise).notNullable();
    table.specificType('name', bytewise).notNullable();
    table.text('unit_id').notNullable();
    table.text('hash').notNullable();
    table.text('body').notNullable();
    table.primary(['cluster', 'namespace', 'name']);
    table.index(['unit_id'], 'controller_unit_idx');
  });

  await knex.schema.createTable('entity_match', table => {
    table.comment('For which version of an entity and of facts it was matched');
    table.text('entity_ref').primary();
    table.text('etag').notNullable();
    table.integer('facts_version').notNullable();
    table.text('owner').comment('spec.owner, as a full entity ref');
    table.index(['owner'], 'entity_match_owner_idx');
  });

  await knex.schema.createTable('entity_subject', table => {
    table.comment('Which entity sees which subject, and why');
    table.text('entity_ref').notNullable();
    table.text('subject_id').notNullable();
    table.text('via').notNullable();
    table.integer('via_rank').notNullable().comment('0 is the strongest');
    table
      .boolean('claim_only')
      .notNullable()
      .comment('It rests on an annotation of the entity alone');
    table.text('own_routes').comment('JSON');
    table.primary(['entity_ref', 'subject_id']);
    table.index(['subject_id'], 'entity_subject_subject_idx');
  });

  await knex.schema.createTable('refresh', table => {
    table.comment('The last refresh that was asked for an entity');
    table.text('entity_ref').primary();
    table.text('requested_at').notNullable();
    table.text('targets').notNullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const name of [
    'refresh',
    'entity_subject',
    'entity_match',
    'controller',
    'target_binding',
    'transition',
    'subject_target_group',
    'subject_owner',
    'subject',
    'cluster_binding',
    'unit',
  ]) {
    await knex.schema.dropTable(name);
  }
};
