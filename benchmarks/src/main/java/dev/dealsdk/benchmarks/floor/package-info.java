/** The client an expert would write by hand for a few endpoints: OkHttp, a streaming parser, records, no SDK. */
@NullMarked
package dev.dealsdk.benchmarks.floor;

import org.jspecify.annotations.NullMarked;
