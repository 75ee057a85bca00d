<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- The assigned close codes as a C enum. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:iana="http://www.iana.org/assignments">
  <xsl:output method="text"/>
  <xsl:template match="/">
    <xsl:text>enum close_code {&#10;</xsl:text>
    <xsl:for-each select="//iana:registry[@id = 'close-code-number']
        /iana:record[not(contains(iana:value, '-'))]">
      <xsl:value-of select="concat('    /* ', normalize-space(iana:description),
          ' */&#10;    CLOSE_',
          translate(normalize-space(iana:description),
              'abcdefghijklmnopqrstuvwxyz -', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ__'),
          ' = ', normalize-space(iana:value), ',&#10;')"/>
    </xsl:for-each>
    <xsl:text>};&#10;</xsl:text>
  </xsl:template>
</xsl:stylesheet>
