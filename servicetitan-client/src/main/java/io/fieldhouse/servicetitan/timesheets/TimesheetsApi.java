package io.fieldhouse.servicetitan.timesheets;

import io.fieldhouse.client.Paged;
import io.fieldhouse.servicetitan.api.Export;
import io.fieldhouse.servicetitan.api.From;
import io.fieldhouse.servicetitan.api.Inactive;
import io.fieldhouse.servicetitan.api.Listing;
import io.fieldhouse.servicetitan.api.Query;
import retrofit2.http.GET;
import retrofit2.http.Path;
import retrofit2.http.Tag;

/**
 * Timesheets: activities of employees, with their types and categories. Thread-safe. Each method returns what
 * ServiceTitan sent, or throws a {@link io.fieldhouse.servicetitan.api.ServiceTitanException}.
 */
public interface TimesheetsApi {
    /** Lists the entries of timesheets that match the query. */
    @GET("timesheets/v2/activities")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = true, filters = """
                    createdBefore createdOnOrAfter modifiedBefore modifiedOnOrAfter active
                    """)
    Paged<Activity> activities(@Tag Query query);

    /** Returns one of them. */
    @GET("timesheets/v2/activities/{id}")
    Activity activity(@Path("id") long id);

    /** Returns the changes of them. */
    @GET("timesheets/v2/export/activities")
    Export<Activity> exportActivities(@Tag From from);

    /** Lists the categories of activities that match the query. */
    @GET("timesheets/v2/activity-categories")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = true, filters = """
                    createdBefore createdOnOrAfter modifiedBefore modifiedOnOrAfter active
                    """)
    Paged<ActivityCategory> activityCategories(@Tag Query query);

    /** Returns one of them. */
    @GET("timesheets/v2/activity-categories/{id}")
    ActivityCategory activityCategory(@Path("id") long id);

    /** Returns the changes of them. */
    @GET("timesheets/v2/export/activity-categories")
    Export<ActivityCategory> exportActivityCategories(@Tag From from);

    /** Lists the types of activities that match the query. */
    @GET("timesheets/v2/activity-types")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = true, filters = """
                    createdBefore createdOnOrAfter modifiedBefore modifiedOnOrAfter active
                    """)
    Paged<ActivityType> activityTypes(@Tag Query query);

    /** Returns one of them. */
    @GET("timesheets/v2/activity-types/{id}")
    ActivityType activityType(@Path("id") long id);

    /** Returns the changes of them. */
    @GET("timesheets/v2/export/activity-types")
    Export<ActivityType> exportActivityTypes(@Tag From from);
}
