package io.fieldhouse.servicetitan.settings;

import io.fieldhouse.servicetitan.values.Address;
import io.fieldhouse.servicetitan.values.ExternalData;
import io.fieldhouse.servicetitan.values.Named;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A business unit, which jobs, estimates, invoices and payments belong to. Its name may change. */
public record BusinessUnit(
        long id,
        @Nullable Boolean active,
        @Nullable String name,
        @Nullable String officialName,
        @Nullable String email,
        @Nullable String currency,
        @Nullable String phoneNumber,
        @Nullable String invoiceHeader,
        @Nullable String invoiceMessage,
        @Nullable BigDecimal defaultTaxRate,
        @Nullable String authorizationParagraph,
        @Nullable String acknowledgementParagraph,
        @Nullable Address address,
        @Nullable String materialSku,
        @Nullable String quickbooksClass,
        @Nullable String accountCode,
        @Nullable String franchiseId,
        @Nullable String conceptCode,
        @Nullable String corporateContractNumber,
        @Nullable Named trade,
        @Nullable Named division,
        @Nullable Tenant tenant,
        @Nullable List<Long> tagTypeIds,
        @Nullable List<ExternalData> externalData,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "BusinessUnit[" + id + "]";
    }

    /** The company that it belongs to. */
    public record Tenant(
            @Nullable Long id,
            @Nullable String name,
            @Nullable String accountCode,
            @Nullable String franchiseId,
            @Nullable String conceptCode,
            @Nullable Instant modifiedOn) {
        /** Its kind and id, and nothing that could be somebody's. */
        @Override
        public String toString() {
            return "Tenant[" + id + "]";
        }
    }
}
