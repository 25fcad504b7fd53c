// @ts-check

/**
 * What AWS refused while a kind was read, also where another call stood in for
 * it; and what the reading of a stack could not read. The doctor names both.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('snapshot', table => {
    table.text('refused').comment('JSON: actions that were refused');
  });
  await knex.schema.alterTable('stack_detail', table => {
    table
      .text('not_read')
      .comment('JSON: by target, what was not read and why');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('snapshot', table => {
    table.dropColumn('refused');
  });
  await knex.schema.alterTable('stack_detail', table => {
    table.dropColumn('not_read');
  });
};
