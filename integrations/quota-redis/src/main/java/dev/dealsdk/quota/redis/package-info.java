/**
 * One quota for all processes of an account, stored in Redis. The SDK finds this store on the class path if the
 * configuration contains:
 *
 * <pre>
 * deals.quota-store=redis://host:6379
 * </pre>
 */
@NullMarked
package dev.dealsdk.quota.redis;

import org.jspecify.annotations.NullMarked;
