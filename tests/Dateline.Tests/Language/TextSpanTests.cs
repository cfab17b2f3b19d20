using Dateline.Language;

namespace Dateline.Tests.Language;

public class TextSpanTests
{
    [Fact]
    public void Touching_spans_do_not_overlap() =>
        Assert.False(new TextSpan(0, 4).Overlaps(new TextSpan(4, 8)));

    [Theory]
    [InlineData(Relation.NsubjPass, "nsubj:pass")]
    [InlineData(Relation.AclRelcl, "acl:relcl")]
    [InlineData(Relation.Nsubj, "nsubj")]
    public void Relations_have_their_conllu_names(Relation relation, string name)
    {
        Assert.Equal(name, relation.Name());
        Assert.Equal(relation, Relations.Parse(name));
    }
}
