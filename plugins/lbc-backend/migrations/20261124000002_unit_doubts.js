// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('unit', table => {
    table
      .text('doubts')
      .comment('JSON: kinds whose ended list cannot be whole, with why');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('unit', table => {
    table.dropColumn('doubts');
  });
};
