// @ts-check

/**
 * Jobs, targets and what their sweeps read.
 *
 * Times that the product judges by are ISO 8601 text in UTC, which sorts and
 * compares alike on both engines. Milliseconds since the epoch are doubles, so
 * that both drivers give numbers.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('sweep_target', table => {
    table.comment('Jobs, claimed by lease: sweeps, health, detail, correlate');
    table.text('id').primary().comment('<kind> or <kind>:<what it works on>');
    table.text('kind').notNullable().comment('Which handler runs it');
    table.text('payload').notNullable().comment('What it works on, as JSON');
    table
      .double('due_at')
      .comment('Product clock, ms; null while it runs or has no next time');
    table
      .integer('priority')
      .notNullable()
      .comment('Higher first among those that are due');
    table.text('lease_token').comment('Who runs it; null: nobody');
    table.double('lease_until').comment('Database clock, ms');
    table
      .integer('attempts')
      .notNullable()
      .defaultTo(0)
      .comment('Failures since it last ended well');
    table
      .text('last_started_at')
      .comment('Product clock: this or the last run');
    table.text('last_finished_at').comment('Product clock');
    table
      .text('finished_run_started_at')
      .comment('Product clock: when the run began that finished last');
    table
      .text('last_error')
      .comment('Why the last run failed; null: it did not');
    table.text('progress').comment('How far the run has come, as JSON');
    table.index(['due_at', 'priority'], 'sweep_target_due_idx');
    table.index(['lease_until'], 'sweep_target_lease_idx');
  });

  await knex.schema.createTable('target', table => {
    table.comment('Clusters and AWS scopes that the portal knows');
    table
      .text('id')
      .primary()
      .comment('cluster:<name> or scope:<account>/<region>');
    table.text('kind').notNullable().comment('cluster or scope');
    table
      .text('name')
      .notNullable()
      .comment('Name of the cluster, id of the scope');
    table.text('account_id').comment('Scopes only');
    table.text('region').comment('Scopes only');
    table
      .text('unreadable')
      .comment('Message: why it can never be swept unattended');
    table
      .text('problem')
      .comment('Message: why the last sweep failed as a whole');
    table.text('cluster_uid').comment('UID of kube-system: the identity');
    table.text('version').comment('gitVersion of the API server');
    table.text('swept_at').comment('When the last committed sweep began');
    table.text('observed_at').comment('When the last good sweep ended');
    table
      .text('attempted_at')
      .comment('When the last sweep ended, well or not');
    table
      .integer('health_seq')
      .notNullable()
      .defaultTo(0)
      .comment('Grows with each batch of health of a scope');
    table.text('discovered_at').notNullable();
    table
      .text('retired_at')
      .comment('Set once a successful discovery no longer had it');
  });

  await knex.schema.createTable('snapshot', table => {
    table.comment('What a target said of one kind');
    table.text('target_id').notNullable();
    table.text('kind').notNullable();
    table.text('coverage').notNullable().comment('Of the last attempt');
    table.text('reason').comment('Message: why it is not complete');
    table.text('swept_at').comment('When the sweep began that read the items');
    table.text('observed_at').comment('When the items were read');
    table.text('attempted_at').notNullable().comment('When it was last tried');
    table.text('server_time').comment('Date header of the server');
    table.text('content_hash').comment('Of the items; null: never read');
    table.text('previous_hash').comment('Of the items before those');
    table.integer('items').notNullable().comment('How many items are kept');
    table.primary(['target_id', 'kind']);
  });

  await knex.schema.createTable('snapshot_blob', table => {
    table.comment('Items of a kind, current and previous; others are deleted');
    table.text('target_id').notNullable();
    table.text('kind').notNullable();
    table.text('hash').notNullable().comment('SHA-256 of the JSON');
    table.binary('body').notNullable().comment('JSON array, gzip');
    table.integer('json_bytes').notNullable().comment('Size of the JSON');
    table.primary(['target_id', 'kind', 'hash']);
  });

  await knex.schema.createTable('target_health', table => {
    table.comment('Health of target groups; each has an age of its own');
    table.text('target_id').notNullable().comment('The scope');
    table.text('arn').notNullable().comment('The target group');
    table.text('observed_at').notNullable();
    table
      .text('changed_at')
      .notNullable()
      .comment('When the content last changed');
    table.text('hash').notNullable().comment('Of the targets, without times');
    table.text('body').notNullable().comment('The targets, as JSON');
    table
      .boolean('unhealthy')
      .notNullable()
      .defaultTo(false)
      .comment('A target was not healthy');
    table
      .integer('seq')
      .notNullable()
      .comment('Which batch of the scope wrote it');
    table.primary(['target_id', 'arn']);
    table.index(['target_id', 'seq'], 'target_health_seq_idx');
    table.index(['arn'], 'target_health_arn_idx');
  });

  await knex.schema.createTable('target_identity', table => {
    table.comment('Who the targets of a candidate turned out to be');
    table.text('subject_id').primary();
    table.text('cluster').notNullable();
    table.text('observed_at').notNullable();
    table.text('hash').notNullable().comment('Of the body, without times');
    table
      .text('asked')
      .notNullable()
      .comment('Target ids that were asked, as JSON');
    table.text('body').notNullable();
  });

  await knex.schema.createTable('budget', table => {
    table.comment('Token buckets of upstream APIs, shared by all replicas');
    table.text('id').primary().comment('<scope>/<service>');
    table
      .double('booked_until')
      .notNullable()
      .comment('Database clock, ms: the bucket is full again then');
  });

  await knex.schema.createTable('meta', table => {
    table.comment('Single values: history_since, rules_version, facts_version');
    table.text('key').primary();
    table.text('value').notNullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const name of [
    'meta',
    'budget',
    'target_identity',
    'target_health',
    'snapshot_blob',
    'snapshot',
    'target',
    'sweep_target',
  ]) {
    await knex.schema.dropTable(name);
  }
};
