package dev.dealsdk.benchmarks.peers;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A Salesforce opportunity as a user of that client declares it. Its times stay text, which costs it least. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Opportunity(
        @JsonProperty("Id") @Nullable String id,
        @JsonProperty("Name") @Nullable String name,
        @JsonProperty("Amount") @Nullable BigDecimal amount,
        @JsonProperty("StageName") @Nullable String stageName,
        @JsonProperty("Probability") @Nullable BigDecimal probability,
        @JsonProperty("CloseDate") @Nullable String closeDate,
        @JsonProperty("AccountId") @Nullable String accountId,
        @JsonProperty("OwnerId") @Nullable String ownerId,
        @JsonProperty("Type") @Nullable String type,
        @JsonProperty("LeadSource") @Nullable String leadSource,
        @JsonProperty("NextStep") @Nullable String nextStep,
        @JsonProperty("Description") @Nullable String description,
        @JsonProperty("ForecastCategoryName") @Nullable String forecastCategoryName,
        @JsonProperty("IsClosed") boolean isClosed,
        @JsonProperty("IsWon") boolean isWon,
        @JsonProperty("CreatedDate") @Nullable String createdDate,
        @JsonProperty("LastModifiedDate") @Nullable String lastModifiedDate) {}
