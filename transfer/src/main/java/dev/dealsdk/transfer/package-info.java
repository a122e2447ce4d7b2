/**
 * Transfers the deals of one account to another, at the same or another vendor.
 *
 * <pre>{@code
 * Transfer transfer = Transfer.from(DealsConfig.load(Path.of("old.properties")))
 *         .to(DealsConfig.load(Path.of("new.properties")))
 *         .store(Path.of("move.store"));
 * transfer.plan().writeMapping(Path.of("mapping.properties"));      // edit it, then:
 * Transfer decided = transfer.mapping(TransferMapping.load(Path.of("mapping.properties")));
 * RunReport run = decided.run();
 * VerifyReport proof = decided.verify();
 * }</pre>
 */
@NullMarked
package dev.dealsdk.transfer;

import org.jspecify.annotations.NullMarked;
