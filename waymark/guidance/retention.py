"""How long published words are kept, and what readers tell us of them."""

from waymark.access.retention import ByJob, Follows, Kept, NumberOnly, SaysNothing, Whom
from waymark.guidance.services.feedback import KEEP

_FEEDBACK = Kept(
    tables=("guidance.Feedback",),
    holds="What readers say of a page. It does not ask who they are.",
    whom=Whom.READERS,
    because="to make pages better",
    counted_from="the day it was given",
    length=KEEP,
    ends=ByJob("forget-old-feedback"),
)

_WORDS = SaysNothing(
    tables=(
        "guidance.Door",
        "guidance.GuideIndexPage",
        "guidance.GuidePage",
        "guidance.HomePage",
        "guidance.Loaded",
        "guidance.SecondPerson",
        "guidance.SecondPerson_groups",
    ),
    holds="words that everybody may read, and who has to approve them",
)

#: The library that keeps published words; this room brought it.
_WAGTAIL_NUMBERS = NumberOnly(
    tables=(
        "guidance.Letter",
        "guidance.Question",
        "guidance.Translation",
        "guidance.Word",
        "wagtailcore.ModelLogEntry",
        "wagtailcore.Page",
        "wagtailcore.PageLogEntry",
        "wagtailcore.Revision",
        "wagtailcore.TaskState",
        "wagtailcore.UploadedFile",
        "wagtailcore.WorkflowState",
        "wagtaildocs.Document",
        "wagtailimages.Image",
    ),
)
_WAGTAIL_PEOPLE = Follows(
    tables=(
        "wagtailadmin.EditingSession",
        "wagtailadmin.FormState",
        "wagtailcore.Comment",
        "wagtailcore.CommentReply",
        "wagtailcore.PageSubscription",
        "wagtailusers.UserProfile",
    ),
    of="accounts.Account",
)
_WAGTAIL_NOTHING = SaysNothing(
    tables=(
        "taggit.Tag",
        "taggit.TaggedItem",
        "wagtailadmin.Admin",
        "wagtailcore.Collection",
        "wagtailcore.CollectionViewRestriction",
        "wagtailcore.CollectionViewRestriction_groups",
        "wagtailcore.GroupApprovalTask",
        "wagtailcore.GroupApprovalTask_groups",
        "wagtailcore.GroupCollectionPermission",
        "wagtailcore.GroupPagePermission",
        "wagtailcore.GroupSitePermission",
        "wagtailcore.Locale",
        "wagtailcore.PageViewRestriction",
        "wagtailcore.PageViewRestriction_groups",
        "wagtailcore.ReferenceIndex",
        "wagtailcore.Site",
        "wagtailcore.Task",
        "wagtailcore.Workflow",
        "wagtailcore.WorkflowContentType",
        "wagtailcore.WorkflowPage",
        "wagtailcore.WorkflowTask",
        "wagtailembeds.Embed",
        "wagtailimages.Rendition",
        "wagtailredirects.Redirect",
        "wagtailsearch.IndexEntry",
        "wagtailsearch.SQLiteFTSIndexEntry",
    ),
    holds="how the published pages hang together, and what editors may do",
)

LINES = (_FEEDBACK, _WORDS, _WAGTAIL_NUMBERS, _WAGTAIL_PEOPLE, _WAGTAIL_NOTHING)
