// @ts-check

/**
 * What happened beside changes of state: Events of owners, which a cluster
 * forgets within the hour, and times in which nobody looked.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('target', table => {
    table
      .bigInteger('cadence_ms')
      .comment('How often it is swept; null: never swept well');
  });
  await knex.schema.createTable('owner_event', table => {
    table.comment('Kubernetes Events of owners and target bindings');
    table.bigIncrements('seq');
    table.text('cluster').notNullable();
    table.text('uid').notNullable().comment('Of the Event');
    table.text('kind').notNullable().comment('Of the object, as are the next');
    table.text('namespace').notNullable();
    table.text('name').notNullable();
    table.text('object_uid');
    table.text('type');
    table.text('reason');
    table.text('message');
    table.text('source');
    table.text('first_at').notNullable();
    table.text('last_at').notNullable();
    table.integer('count').notNullable();
    table.unique(['cluster', 'uid']);
    table.index(['cluster', 'kind', 'namespace', 'name', 'last_at']);
    table.index(['last_at']);
  });
  await knex.schema.createTable('watch_gap', table => {
    table.comment('Times in which a target was not read');
    table.bigIncrements('seq');
    table.text('target_id').notNullable();
    table.text('from_at').notNullable();
    table.text('to_at').notNullable();
    table.index(['target_id', 'from_at']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('watch_gap');
  await knex.schema.dropTable('owner_event');
  await knex.schema.alterTable('target', table => {
    table.dropColumn('cadence_ms');
  });
};
