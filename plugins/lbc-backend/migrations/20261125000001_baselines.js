// @ts-check

/**
 * Baselines: what chosen stacks of a cluster were at one time, and the
 * comparisons with them, which are read in the same way.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('baseline', table => {
    table.comment('Baselines, and comparisons with them');
    table.text('id').primary();
    table
      .text('compared_with')
      .comment('The baseline that this comparison is with; null: a baseline');
    table.text('cluster').notNullable();
    table.text('cluster_uid').comment('Of kube-system, when it was read');
    table.text('name').notNullable();
    table.text('by').notNullable().comment('Entity ref, or schedule');
    table.text('started_at').notNullable().comment('Product clock');
    table.text('finished_at');
    table.text('status').notNullable();
    table.text('subjects').comment('JSON: ids that were chosen; null: all');
    table.integer('stacks_total').comment('Null: not planned yet');
    table.text('version').comment('Of the controller');
    table.binary('cluster_side').comment('JSON, gzip');
    table.text('not_read').notNullable().comment('JSON: messages');
    table.bigInteger('bytes').comment('Of all that is kept of it');
    table.binary('report').comment('JSON, gzip: what a comparison found');
    table.index(['cluster', 'started_at']);
    table.index(['compared_with', 'started_at']);
  });
  await knex.schema.createTable('baseline_stack', table => {
    table.comment('Stacks of baselines and comparisons');
    table.text('baseline_id').notNullable();
    table.text('subject_id').notNullable();
    table.text('read_at').comment('Null: not read yet');
    table.binary('body').comment('JSON, gzip');
    table.integer('json_bytes');
    table.text('problem').comment('Message: why it was not read');
    table.primary(['baseline_id', 'subject_id']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('baseline_stack');
  await knex.schema.dropTable('baseline');
};
