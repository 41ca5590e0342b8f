// Before each file of tests that ask a database. First what Next's server gives Next's other modules when it begins.
import "next/dist/server/node-environment-baseline";

// The database of this worker: one of those that `npm test` started for as many workers, else the DATABASE_URL of whoever runs Vitest.
const { TEST_DATABASE_URLS = "", VITEST_POOL_ID } = process.env;
const own = TEST_DATABASE_URLS.split(" ")[Number(VITEST_POOL_ID) - 1];
if (own) process.env.DATABASE_URL = own;
