/**
 * One quota for all processes of an account, kept in Redis. On the class path it is found by itself:
 *
 * <pre>
 * deals.quota-store=redis://host:6379
 * </pre>
 */
@NullMarked
package dev.dealsdk.quota.redis;

import org.jspecify.annotations.NullMarked;
