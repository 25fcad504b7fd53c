// @ts-check

/**
 * What detail jobs read of one stack: the newest reading of each subject, an
 * overlay with a time of its own.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('stack_detail', table => {
    table.comment('What a detail job read of the stack of a subject');
    table.text('subject_id').primary();
    table
      .text('requested_at')
      .comment('Product clock: when somebody last asked for it');
    table.text('observed_at').comment('When it was read; null: never');
    table.text('hash').comment('Of the content, without times');
    table.binary('body').comment('JSON, gzip; null: never read');
    table
      .text('problem')
      .comment('Message: why the last reading failed; null: it did not');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('stack_detail');
};
