// @ts-check

/**
 * What people said in place of what could not be seen: upgrade readiness takes
 * it as a warning, never as a pass, until it expires.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('attestation', table => {
    table.comment('What people said in place of what could not be seen');
    table.uuid('id').primary();
    table.text('cluster').notNullable();
    table.text('check_code').notNullable();
    table.text('target_kind').notNullable();
    table.text('target_version').notNullable();
    table.text('by').notNullable().comment('Entity ref of who said it');
    table.text('why').notNullable();
    table.text('at').notNullable();
    table.text('expires_at').notNullable();
    table.index(['cluster', 'expires_at']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('attestation');
};
