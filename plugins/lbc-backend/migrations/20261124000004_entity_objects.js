// @ts-check

/**
 * Which of a subject's owners and Services an entity has: of several owners,
 * each is read by its own right. Entities are matched again to fill it.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('entity_subject', table => {
    table
      .text('objects')
      .comment(
        'JSON: owners and Services that are the entity’s, by kind/namespace/name',
      );
  });
  await knex('entity_match').update({ facts_version: -1 });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('entity_subject', table => {
    table.dropColumn('objects');
  });
};
