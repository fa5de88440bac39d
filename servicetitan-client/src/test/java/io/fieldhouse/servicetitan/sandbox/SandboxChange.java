package io.fieldhouse.servicetitan.sandbox;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What became different, by ids; -1 where nothing was left to change in that way. Everything is in the export feeds, but for
 * what has none and the lead.
 *
 * @param number from 1 on
 * @param day the day on the tenant's clocks, one more after the data's last for each change
 * @param at what the rows say that they were modified on
 * @param jobDeleted gone from the list, its appointment and invoice inactive with it
 * @param jobRescheduled starts seven days later, and its appointments with it
 * @param estimateSold on the day of the change, on a job that was completed long before
 * @param estimateDeleted not active any more
 * @param invoiceRepriced has one item more, of 150.00
 * @param paymentDeleted not active any more; its invoices have a larger balance
 * @param customerRenamed by id
 * @param businessUnitRenamed by id
 * @param technicianDeactivated by id
 * @param campaignDeactivated by id; there is no feed of campaigns
 * @param leadVanished is not there any more, and no feed tells of it
 * @param firstJobAdded of sixteen new jobs; estimates, invoices, payments, customers and the rest come with them
 */
public record SandboxChange(
        int number,
        LocalDate day,
        Instant at,
        long jobDeleted,
        long jobRescheduled,
        long estimateSold,
        long estimateDeleted,
        long invoiceRepriced,
        long paymentDeleted,
        long customerRenamed,
        long businessUnitRenamed,
        long technicianDeactivated,
        long campaignDeactivated,
        long leadVanished,
        long firstJobAdded) {}
