<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header">${msg("removeWayTitle", credentialLabel)}
<#elseif section = "form">
<p>${msg("removeWay")}</p>
<form action="${url.loginAction}" method="post">
<button class="button button--warning" id="kc-accept" type="submit" name="accept">${msg("removeWayYes")}</button>
<button class="button button--secondary" id="kc-decline" type="submit" name="cancel-aia" value="true">${msg("doCancel")}</button>
</form>
</#if>
</@layout.registrationLayout>
