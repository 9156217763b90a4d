package uk.alongside.tenant.membership;

/** How the council that is bound is called; the feature that sets councils up knows. */
public interface CouncilName {

    String ofThisCouncil();
}
