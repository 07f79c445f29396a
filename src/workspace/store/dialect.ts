import type { Database } from 'better-sqlite3'
import { SqliteDialect, type Driver } from 'kysely'

/**
 * Kysely's SQLite dialect over an open database. On a full disk SQLite ends the transaction by itself; a rollback after
 * that would fail and hide why.
 */
export class Dialect extends SqliteDialect {
  constructor(private database: Database) {
    super({ database })
  }

  override createDriver(): Driver {
    const driver = super.createDriver()
    const rollback = driver.rollbackTransaction.bind(driver)
    driver.rollbackTransaction = async (connection) => {
      if (this.database.inTransaction) await rollback(connection)
    }
    return driver
  }
}
