"""What Alembic runs: the open connection is handed over by `schema.migrate`, so no address is read from a file."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
context.run_migrations()
