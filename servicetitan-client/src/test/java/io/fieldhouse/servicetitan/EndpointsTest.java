package io.fieldhouse.servicetitan;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.servicetitan.Surface.Endpoint;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

/** What goes out for each method: where to, and how it asks for what is inactive and for an order. */
class EndpointsTest {
    private static final String EXPECTED = """
            accounting.apBill accounting/ap-bills/7
            accounting.apBills accounting/ap-bills
            accounting.apCredits accounting/ap-credits sort=+Id
            accounting.apPayments accounting/ap-payments sort=+Id
            accounting.bankDeposits accounting/bank-deposits sort=+Id
            accounting.creditMemoItems accounting/credit-memos/credit-memo-items active=Any sort=+Id
            accounting.creditMemos accounting/credit-memos active=Any sort=+Id
            accounting.exportInventoryBills accounting/export/inventory-bills
            accounting.exportInvoiceItems accounting/export/invoice-items
            accounting.exportInvoices accounting/export/invoices
            accounting.exportPayments accounting/export/payments
            accounting.glAccount accounting/gl-accounts/7
            accounting.glAccountTypes accounting/gl-accounts/types active=Any sort=+Id
            accounting.glAccounts accounting/gl-accounts active=Any sort=+Id
            accounting.inventoryBills accounting/inventory-bills
            accounting.invoices accounting/invoices activeState=All sort=+Id
            accounting.journalEntries accounting/journal-entries
            accounting.paymentTerms accounting/payment-terms sort=+Id
            accounting.paymentType accounting/payment-types/7
            accounting.paymentTypes accounting/payment-types active=Any
            accounting.payments accounting/payments activeState=All sort=+Id
            accounting.taxZones accounting/tax-zones active=Any sort=+Id
            crm.booking crm/bookings/7
            crm.bookings crm/bookings sort=+Id
            crm.contacts crm/contacts
            crm.customer crm/customers/7
            crm.customerContacts crm/customers/contacts
            crm.customers crm/customers active=Any sort=+Id
            crm.exportBookings crm/export/bookings
            crm.exportCustomerContacts crm/export/customers/contacts
            crm.exportCustomers crm/export/customers
            crm.exportLeads crm/export/leads
            crm.exportLocationContacts crm/export/locations/contacts
            crm.exportLocations crm/export/locations
            crm.lead crm/leads/7
            crm.leads crm/leads sort=+Id
            crm.location crm/locations/7
            crm.locationContacts crm/locations/contacts
            crm.locations crm/locations active=Any sort=+Id
            dispatch.appointmentAssignments dispatch/appointment-assignments active=Any sort=+Id
            dispatch.exportAppointmentAssignments dispatch/export/appointment-assignments
            dispatch.nonJobAppointment dispatch/non-job-appointments/7
            dispatch.nonJobAppointments dispatch/non-job-appointments activeOnly=false sort=+Id
            dispatch.team dispatch/teams/7
            dispatch.teams dispatch/teams includeInactive=true sort=+Id
            dispatch.technicianShift dispatch/technician-shifts/7
            dispatch.technicianShifts dispatch/technician-shifts active=Any sort=+Id
            dispatch.zone dispatch/zones/7
            dispatch.zones dispatch/zones active=Any sort=+Id
            inventory.adjustments inventory/adjustments active=Any sort=+Id
            inventory.exportAdjustments inventory/export/adjustments
            inventory.exportPurchaseOrders inventory/export/purchase-orders
            inventory.exportReturns inventory/export/returns
            inventory.exportTransfers inventory/export/transfers
            inventory.purchaseOrder inventory/purchase-orders/7
            inventory.purchaseOrders inventory/purchase-orders sort=+Id
            inventory.receipts inventory/receipts active=Any sort=+Id
            inventory.returns inventory/returns active=Any sort=+Id
            inventory.transfers inventory/transfers sort=+Id
            inventory.trucks inventory/trucks active=Any sort=+Id
            inventory.vendor inventory/vendors/7
            inventory.vendors inventory/vendors active=Any sort=+Id
            inventory.warehouses inventory/warehouses active=Any sort=+Id
            jpm.appointment jpm/appointments/7
            jpm.appointments jpm/appointments active=Any sort=+Id
            jpm.exportAppointments jpm/export/appointments
            jpm.exportJobCanceledLogs jpm/export/job-canceled-logs
            jpm.exportJobHistories jpm/export/job-history
            jpm.exportJobs jpm/export/jobs
            jpm.exportProjects jpm/export/projects
            jpm.job jpm/jobs/7
            jpm.jobCancelReasons jpm/job-cancel-reasons active=Any sort=+Id
            jpm.jobHoldReasons jpm/job-hold-reasons active=Any sort=+Id
            jpm.jobType jpm/job-types/7
            jpm.jobTypes jpm/job-types active=Any
            jpm.jobs jpm/jobs sort=+Id
            jpm.project jpm/projects/7
            jpm.projectStatus jpm/project-statuses/7
            jpm.projectStatuses jpm/project-statuses sort=+Id
            jpm.projectSubstatus jpm/project-substatuses/7
            jpm.projectSubstatuses jpm/project-substatuses active=Any sort=+Id
            jpm.projectType jpm/project-types/7
            jpm.projectTypes jpm/project-types
            jpm.projects jpm/projects sort=+Id
            marketing.campaign marketing/campaigns/7
            marketing.campaignCategories marketing/categories sort=+Id
            marketing.campaignCategory marketing/categories/7
            marketing.campaignCost marketing/costs/7
            marketing.campaignCosts marketing/costs sort=+Id
            marketing.campaigns marketing/campaigns active=Any sort=+Id
            memberships.exportInvoiceTemplates memberships/export/invoice-templates
            memberships.exportMembershipStatusChanges memberships/export/membership-status-changes
            memberships.exportMembershipTypes memberships/export/membership-types
            memberships.exportMemberships memberships/export/memberships
            memberships.exportRecurringServiceEvents memberships/export/recurring-service-events
            memberships.exportRecurringServiceTypes memberships/export/recurring-service-types
            memberships.exportRecurringServices memberships/export/recurring-services
            memberships.invoiceTemplate memberships/invoice-templates/7
            memberships.membership memberships/memberships/7
            memberships.membershipType memberships/membership-types/7
            memberships.membershipTypes memberships/membership-types active=Any sort=+Id
            memberships.memberships memberships/memberships active=Any sort=+Id
            memberships.recurringService memberships/recurring-services/7
            memberships.recurringServiceEvents memberships/recurring-service-events sort=+Id
            memberships.recurringServiceType memberships/recurring-service-types/7
            memberships.recurringServiceTypes memberships/recurring-service-types active=Any sort=+Id
            memberships.recurringServices memberships/recurring-services active=Any sort=+Id
            payroll.activityCode payroll/activity-codes/7
            payroll.activityCodes payroll/activity-codes active=Any sort=+Id
            payroll.exportActivityCodes payroll/export/activity-codes
            payroll.exportGrossPayItems payroll/export/gross-pay-items
            payroll.exportJobSplits payroll/export/jobs/splits
            payroll.exportJobTimesheets payroll/export/jobs/timesheets
            payroll.exportPayrollAdjustments payroll/export/payroll-adjustments
            payroll.exportPayrollSettings payroll/export/payroll-settings
            payroll.exportTimesheetCodes payroll/export/timesheet-codes
            payroll.grossPayItems payroll/gross-pay-items
            payroll.jobSplits payroll/jobs/splits active=Any sort=+Id
            payroll.jobTimesheets payroll/jobs/timesheets active=Any sort=+Id
            payroll.locationRates payroll/locations/rates active=Any
            payroll.nonJobTimesheets payroll/non-job-timesheets active=Any sort=+Id
            payroll.payrollAdjustment payroll/payroll-adjustments/7
            payroll.payrollAdjustments payroll/payroll-adjustments active=Any sort=+Id
            payroll.payrollSettings payroll/payroll-settings active=Any
            payroll.payrolls payroll/payrolls active=Any sort=+Id
            payroll.timesheetCode payroll/timesheet-codes/7
            payroll.timesheetCodes payroll/timesheet-codes active=Any sort=+Id
            sales.estimate sales/estimates/7
            sales.estimates sales/estimates active=Any sort=+Id
            sales.exportEstimates sales/export/estimates
            settings.businessUnit settings/business-units/7
            settings.businessUnits settings/business-units active=Any
            settings.employee settings/employees/7
            settings.employees settings/employees active=Any
            settings.exportBusinessUnits settings/export/business-units
            settings.exportEmployees settings/export/employees
            settings.exportTagTypes settings/export/tag-types
            settings.exportTechnicians settings/export/technicians
            settings.tagTypes settings/tag-types active=Any sort=+Id
            settings.technician settings/technicians/7
            settings.technicians settings/technicians active=Any
            telecom.calls telecom/calls active=Any sort=+Id
            telecom.exportCalls telecom/export/calls
            timesheets.activities timesheets/activities active=Any sort=+Id
            timesheets.activity timesheets/activities/7
            timesheets.activityCategories timesheets/activity-categories active=Any sort=+Id
            timesheets.activityCategory timesheets/activity-categories/7
            timesheets.activityType timesheets/activity-types/7
            timesheets.activityTypes timesheets/activity-types active=Any sort=+Id
            timesheets.exportActivities timesheets/export/activities
            timesheets.exportActivityCategories timesheets/export/activity-categories
            timesheets.exportActivityTypes timesheets/export/activity-types
            """;

    @Test
    void eachAsksAsItsEndpointWants() {
        List<String> asked = Endpoint.all().map(EndpointsTest::ask).sorted().toList();

        assertThat(asked).containsExactlyInAnyOrder(EXPECTED.split("\n"));
    }

    private static String ask(Endpoint endpoint) {
        String body = endpoint.isList() || endpoint.isFeed() ? "{\"hasMore\":false,\"data\":[]}" : "{\"id\":7}";
        try (ScriptedServer server = ScriptedServer.answering(request -> ScriptedServer.json(body));
                ServiceTitan client = server.connect()) {
            endpoint.read(client);
            HttpUrl url = server.asked().get(0).getUrl();
            String path = url.encodedPath().replace("/api/", "").replaceAll("/v\\d/tenant/77", "");
            String how = url.queryParameterNames().stream()
                    .filter(name -> List.of("active", "activeState", "includeInactive", "activeOnly", "sort")
                            .contains(name))
                    .sorted()
                    .map(name -> " " + name + "=" + Objects.requireNonNull(url.queryParameter(name)))
                    .collect(Collectors.joining());
            return endpoint + " " + path + how;
        }
    }
}
